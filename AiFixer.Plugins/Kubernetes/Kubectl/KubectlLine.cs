namespace AiFixer.Plugins.Kubernetes;

/// <summary>A command line, taken apart: its words in order and its flags, each of its type and given once.</summary>
internal sealed record KubectlLine(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Flags)
{
    public string? Flag(string name) => Flags.GetValueOrDefault(name);

    public bool Has(string name) => Flags.GetValueOrDefault(name) == "true";

    public static Reading<KubectlLine> Parse(string command)
    {
        if (WordSplitter.Split(command).Failed(out var problem, out var all))
            return Reading<KubectlLine>.Wrong(problem);
        var (words, flags) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var rest = new Queue<string>(all is ["kubectl", ..] ? all.Skip(1) : all);
        while (rest.TryDequeue(out var word))
        {
            if (word is not ['-', ..])
                words.Add(word);
            else if (Take(word, rest, flags) is { } wrong)
                return Reading<KubectlLine>.Wrong(wrong);
        }

        return words.Count == 0
            ? Reading<KubectlLine>.Wrong("the command names nothing to do")
            : new KubectlLine(words, flags);
    }

    private static string? Take(string word, Queue<string> rest, Dictionary<string, string> flags)
    {
        var (flag, value) = Named(word);
        if (flag is null)
            return $"{OutsideText.Line(word, 60)} is no flag that is allowed here";
        if (flag.Type is null)
            value ??= "true";
        else if (value is null && !rest.TryDequeue(out value))
            return $"{flag} needs a value";
        if (!(flag.Type?.Fits(value) ?? value is "true" or "false"))
            return $"{flag}: '{OutsideText.Line(value, 60)}' is not {flag.Type?.Said ?? "true or false"}";
        return flags.TryAdd(flag.Name, value) ? null : $"{flag} is given twice";
    }

    /// <summary>As kubectl reads them: <c>--name=value</c>, <c>--name value</c>, <c>-n value</c>, <c>-n=value</c>, <c>-nvalue</c>.</summary>
    private static (KubectlFlag? Flag, string? Value) Named(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
            return word.Length < 2 ? (null, null) : (KubectlFlags.Lettered(word[1]), word.Length == 2 ? null : word[2..].TrimStart('='));
        var parts = word[2..].Split('=', 2);
        return (KubectlFlags.Named(parts[0]), parts.ElementAtOrDefault(1));
    }
}
