namespace AiFixer.Grains;

/// <summary>What travels between processes, with a field that the release before does not know.</summary>
[GenerateSerializer]
[Immutable]
[Alias("aifixer.letter/1")]
public sealed record Letter([property: Id(0)] int Format, [property: Id(1)] byte[] Json, [property: Id(2)] string Sender);
