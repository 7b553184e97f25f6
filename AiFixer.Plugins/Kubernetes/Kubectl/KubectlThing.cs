namespace AiFixer.Plugins.Kubernetes;

/// <summary>A kind and perhaps a name, written <c>pod/web-1</c> or <c>pod web-1</c>.</summary>
internal sealed record KubectlThing(string Kind, string? Name)
{
    public static Reading<KubectlThing> Of(IReadOnlyList<string> words)
    {
        var parts = words is [var joined] && joined.Contains('/', StringComparison.Ordinal) ? joined.Split('/', 2) : [.. words];
        if (parts.Length is 0 or > 2)
            return Reading<KubectlThing>.Wrong(parts.Length == 0 ? "name the kind, such as pods" : "name one thing at a time: a kind and a name");
        if (KubectlKinds.Find(parts[0]) is not { } kind)
            return Reading<KubectlThing>.Wrong(KubectlKinds.Refusal(parts[0]));
        var name = parts.ElementAtOrDefault(1);
        return name is null || KubectlType.Name.Fits(name)
            ? new KubectlThing(kind, name)
            : Reading<KubectlThing>.Wrong($"'{OutsideText.Line(name, 60)}' is not {KubectlType.Name.Said}");
    }

    /// <summary>One of a kind that has to be this one, with its name.</summary>
    public static Reading<KubectlThing> One(IReadOnlyList<string> words, string verb, params string[] kinds)
    {
        if (Of(words).Failed(out var problem, out var thing))
            return Reading<KubectlThing>.Wrong(problem);
        if (!kinds.Contains(thing.Kind, StringComparer.Ordinal))
            return Reading<KubectlThing>.Wrong($"{verb} is for {string.Join(", ", kinds)} only, not for {thing.Kind}");
        return thing.Name is null ? Reading<KubectlThing>.Wrong($"{verb} needs the name of one of the {thing.Kind}") : thing;
    }
}
