namespace AiFixer.Plugins.Kubernetes;

/// <summary>Finds the verb of a command in a list of those that are allowed.</summary>
internal sealed class KubectlGrammar(IReadOnlyList<KubectlVerb> verbs, Func<string, string?> hint)
{
    private static readonly string[] InTwoWords = ["rollout", "set"];

    public Reading<KubectlMeaning> Read(string command)
    {
        if (KubectlLine.Parse(command).Failed(out var problem, out var line))
            return Reading<KubectlMeaning>.Wrong(problem);
        var count = InTwoWords.Contains(line.Words[0], StringComparer.Ordinal) ? 2 : 1;
        var name = string.Join(' ', line.Words.Take(count));
        if (verbs.FirstOrDefault(v => v.Name == name) is { } verb)
            return verb.Read(line);
        return Reading<KubectlMeaning>.Wrong(
            hint(name) ?? $"'{OutsideText.Line(name, 60)}' is not allowed here; there are {string.Join(", ", verbs.Select(v => v.Name))}");
    }
}
