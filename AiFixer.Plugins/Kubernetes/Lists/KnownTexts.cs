using System.Text;

namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>Texts that many items of a list share, made once: names of nodes and images, states, reasons.</summary>
internal sealed class KnownTexts
{
    private const int Places = 1024;
    private readonly string?[] known = new string?[Places];

    /// <summary>Null for no text at all.</summary>
    public string? Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return null;
        ref var place = ref known[Place(text)];
        if (place is null || !Ascii.Equals(text, place))
            place = Encoding.UTF8.GetString(text);
        return place;
    }

    /// <summary>Two different texts at one place only take turns.</summary>
    private static int Place(ReadOnlySpan<byte> text)
    {
        var hash = (uint)text.Length;
        hash = (hash * 31) + text[0];
        hash = (hash * 31) + text[text.Length / 2];
        hash = (hash * 31) + text[^1];
        return (int)(hash % Places);
    }
}
