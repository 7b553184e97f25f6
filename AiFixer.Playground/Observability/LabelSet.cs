namespace AiFixer.Playground.Observability;

/// <summary>Labels with their values, in order of their names; an empty value is no label.</summary>
internal sealed class LabelSet : IEquatable<LabelSet>
{
    public const string NameLabel = "__name__";
    private readonly KeyValuePair<string, string>[] labels;
    private readonly string key;

    public LabelSet(IEnumerable<KeyValuePair<string, string>> labels)
    {
        this.labels = [.. labels.Where(l => l.Value.Length > 0).OrderBy(l => l.Key, StringComparer.Ordinal)];
        key = string.Concat(this.labels.Select(l => $"{l.Key}\0{l.Value}\0"));
    }

    public static LabelSet Empty { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, string>> All => labels;

    public string this[string name] => Array.Find(labels, l => l.Key == name).Value ?? "";

    public LabelSet Only(IReadOnlyCollection<string> names) => new(labels.Where(l => names.Contains(l.Key)));

    public LabelSet Without(IReadOnlyCollection<string> names) => new(labels.Where(l => !names.Contains(l.Key)));

    public LabelSet WithoutName() => Without([NameLabel]);

    public LabelSet With(IEnumerable<KeyValuePair<string, string>> more)
    {
        var all = labels.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in more)
            all[name] = value;
        return new(all);
    }

    public bool Equals(LabelSet? other) => other is not null && key == other.key;

    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{{{string.Join(", ", labels.Select(l => $"{l.Key}=\"{l.Value}\""))}}}";
}
