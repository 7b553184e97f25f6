namespace AiFixer.Lark.Alerts;

/// <summary>The part of a message that is about one alert.</summary>
/// <param name="IsOver">What the part of the message it stands in says about it; null when there are no such parts.</param>
internal sealed record AlertBlock(IReadOnlyList<Field> Fields, bool? IsOver)
{
    /// <summary>What it says first about something; null when it says nothing.</summary>
    public string? Value(string key) => Fields.FirstOrDefault(one => one.Key == key)?.Value;

    public bool Has(string key) => Fields.Any(one => one.Key == key);

    /// <summary>How many different matters it has fields for, times and values aside.</summary>
    public int Matters => Fields.Select(one => one.Key).Where(key => key != FieldKey.Changing).Distinct().Count();
}
