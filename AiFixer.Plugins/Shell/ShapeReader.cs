using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Shell;

/// <summary>Reads the parts of a shape; what is in brackets cannot hold brackets.</summary>
internal static partial class ShapeReader
{
    public static (IReadOnlyList<ShapePart> Parts, string? Error) Read(IReadOnlyList<string> tokens)
    {
        var parts = new List<ShapePart>();
        var inner = parts;
        foreach (var token in tokens)
        {
            if (token == "[")
                inner = [];
            else if (token == "]")
                inner = Closed(parts, inner);
            else if (Part(token) is { } part)
                inner.Add(part);
            else
                return ([], $"'{OutsideText.Line(token, 60)}': there are the types {string.Join(", ", ValueTypes.Names)}");
        }

        return (parts, null);
    }

    private static List<ShapePart> Closed(List<ShapePart> parts, List<ShapePart> inner)
    {
        parts.Add(new ShapePart.Optional(inner));
        return parts;
    }

    private static ShapePart? Part(string token)
    {
        if (!token.Contains('{', StringComparison.Ordinal) && !token.Contains('}', StringComparison.Ordinal))
            return new ShapePart.Word(token);
        var slot = Slot().Match(token);
        var (type, detail) = (slot.Groups["type"].Value, slot.Groups["detail"].Value);
        return slot.Success && ValueTypes.Known(type, detail) ? new ShapePart.Value(slot.Groups["prefix"].Value, type, detail) : null;
    }

    [GeneratedRegex(@"^(?<prefix>[^{}]*)\{(?<type>[a-z]+)(:(?<detail>[^{}]+))?\}\z")]
    private static partial Regex Slot();
}
