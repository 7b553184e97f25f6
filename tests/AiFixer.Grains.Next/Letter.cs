namespace AiFixer.Grains;

/// <summary>What travels between processes, with a field that the release before does not know.</summary>
[GenerateSerializer]
[Immutable]
[Alias("aifixer.letter/1")]
public sealed class Letter(int format, byte[] json, string sender)
{
    [Id(0)]
    public int Format { get; set; } = format;

    [Id(1)]
    public byte[] Json { get; set; } = json;

    [Id(2)]
    public string Sender { get; set; } = sender;
}
