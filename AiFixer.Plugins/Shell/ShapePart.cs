namespace AiFixer.Plugins.Shell;

/// <summary>A part of a shape.</summary>
internal abstract record ShapePart
{
    private ShapePart()
    {
    }

    /// <summary>A word that stands for itself.</summary>
    public sealed record Word(string Text) : ShapePart;

    /// <summary>A value, after what the word begins with, such as <c>--since=</c>.</summary>
    public sealed record Value(string Prefix, string Type, string Detail) : ShapePart;

    /// <summary>Parts that may be left out together.</summary>
    public sealed record Optional(IReadOnlyList<ShapePart> Parts) : ShapePart;
}
