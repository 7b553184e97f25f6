namespace AiFixer.Plugins.Kubernetes;

/// <summary>One thing to do, the flags it takes, and what it comes to.</summary>
/// <param name="Name">One word or two, such as <c>rollout undo</c>.</param>
/// <param name="Flags">The flags it takes.</param>
/// <param name="Means">From the words after the name and the flags to the plugin.</param>
internal sealed record KubectlVerb(string Name, IReadOnlyList<string> Flags, Func<KubectlLine, Reading<KubectlMeaning>> Means)
{
    public Reading<KubectlMeaning> Read(KubectlLine line)
    {
        if (line.Flags.Keys.FirstOrDefault(f => !Flags.Contains(f, StringComparer.Ordinal)) is { } extra)
            return Reading<KubectlMeaning>.Wrong($"{Name} takes no {KubectlFlags.Named(extra)}; it takes {Known()}");
        return Means(line with { Words = [.. line.Words.Skip(Name.Split(' ').Length)] });
    }

    private string Known() => string.Join(", ", Flags.Select(f => KubectlFlags.Named(f)!.ToString()).DefaultIfEmpty("none"));
}
