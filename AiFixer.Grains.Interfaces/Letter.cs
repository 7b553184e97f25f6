namespace AiFixer.Grains;

/// <summary>
/// What travels between processes: a value as JSON, and the format it is written in. Within a process the value itself
/// goes along, and no JSON is written.
/// </summary>
[GenerateSerializer]
[Immutable]
[Alias("aifixer.letter/1")]
public sealed class Letter
{
    [NonSerialized]
    private readonly Func<byte[]>? write;
    [NonSerialized]
    private byte[]? json;

    public Letter(int format, byte[] json) => (Format, this.json) = (format, json);

    /// <param name="value">Not to be changed any more by anybody.</param>
    /// <param name="write">Writes it, if it leaves the process.</param>
    public Letter(int format, object value, Func<byte[]> write) => (Format, Value, this.write) = (format, value, write);

    /// <summary>Raised only for what an older process could not read; new fields do not need it.</summary>
    [Id(0)]
    public int Format { get; init; }

    [Id(1)]
    public byte[] Json
    {
        get => json ??= write?.Invoke() ?? [];
        set => json = value;
    }

    /// <summary>What was written, when this letter never left the process.</summary>
    [field: NonSerialized]
    public object? Value { get; }
}
