namespace AiFixer.Plugins.Shell;

/// <summary>Finds every way in which arguments fit a shape.</summary>
internal static class ShapeMatcher
{
    public static IEnumerable<ShapeMatch> Match(IReadOnlyList<ShapePart> parts, IReadOnlyList<string> arguments, ValueTypes types) =>
        Match(parts, arguments, types, new(0, []));

    private static IEnumerable<ShapeMatch> Match(
        IReadOnlyList<ShapePart> parts, IReadOnlyList<string> arguments, ValueTypes types, ShapeMatch from)
    {
        if (parts.Count == 0)
            return [from];
        if (parts[0] is not ShapePart.Optional)
            return One(parts[0], arguments, types, from) is { } next ? Match([.. parts.Skip(1)], arguments, types, next) : [];
        var optional = parts.TakeWhile(p => p is ShapePart.Optional).Cast<ShapePart.Optional>().ToList();
        return AnyOrder(optional, arguments, types, from).SelectMany(m => Match([.. parts.Skip(optional.Count)], arguments, types, m));
    }

    /// <summary>Those that fit first, so that the longest way comes first.</summary>
    private static IEnumerable<ShapeMatch> AnyOrder(
        List<ShapePart.Optional> optional, IReadOnlyList<string> arguments, ValueTypes types, ShapeMatch from)
    {
        foreach (var one in optional)
            foreach (var taken in Match(one.Parts, arguments, types, from))
                foreach (var rest in AnyOrder([.. optional.Where(o => !ReferenceEquals(o, one))], arguments, types, taken))
                    yield return rest;
        yield return from;
    }

    private static ShapeMatch? One(ShapePart part, IReadOnlyList<string> arguments, ValueTypes types, ShapeMatch from)
    {
        if (from.Next >= arguments.Count)
            return null;
        var resolved = Resolve(part, arguments[from.Next], types);
        return resolved is null ? null : new(from.Next + 1, [.. from.Resolved, resolved]);
    }

    private static string? Resolve(ShapePart part, string argument, ValueTypes types) => part switch
    {
        ShapePart.Word word => argument == word.Text ? argument : null,
        ShapePart.Value value when argument.StartsWith(value.Prefix, StringComparison.Ordinal) =>
            types.Resolve(value.Type, value.Detail, argument[value.Prefix.Length..]) is { } resolved ? value.Prefix + resolved : null,
        _ => null,
    };
}
