namespace AiFixer.Grains;

/// <summary>What travels between processes: a value as JSON, and the format it is written in.</summary>
/// <param name="Format">Raised only for what an older process could not read; new fields do not need it.</param>
[GenerateSerializer]
[Immutable]
[Alias("aifixer.letter/1")]
public sealed record Letter([property: Id(0)] int Format, [property: Id(1)] byte[] Json);
