using System.Globalization;
using System.Text.RegularExpressions;

namespace AiFixer.Lark.Cards;

/// <summary>
/// Markdown as Lark reads it. There is no way to make one of a text without escaping it, so none can carry a mention, a link
/// or a tag that was not put there on purpose.
/// </summary>
internal readonly partial record struct Markdown
{
    private readonly string? _written;

    private Markdown(string written) => _written = written;

    public static Markdown Empty => default;

    public string Written => _written ?? "";

    public bool IsEmpty => Written.Length == 0;

    /// <summary>Any text, shown as it is.</summary>
    public static Markdown Text(string text) => new(MarkdownEscape.Of(text));

    /// <summary>The same in bold; several lines stay as they are.</summary>
    public static Markdown Bold(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Contains('\n', StringComparison.Ordinal) ? Text(text) : new($"**{MarkdownEscape.Of(text.Trim())}**");

    /// <summary>The same, less important.</summary>
    public static Markdown Quiet(Markdown inner) => inner.IsEmpty ? inner : new($"<font color='grey'>{inner.Written}</font>");

    /// <summary>A link to somewhere of ours.</summary>
    public static Markdown Link(string text, Uri to) => to.Scheme is "http" or "https"
        ? new($"[{MarkdownEscape.Of(text)}]({to.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})")
        : Text(text);

    /// <summary>Calls one person; nothing when it names nobody. There is none that calls everybody.</summary>
    public static Markdown Mention(string openId) => OpenId().IsMatch(openId) ? new($"<at id={openId}></at>") : Empty;

    /// <summary>A sentence of ours with things put into its places.</summary>
    public static Markdown Phrase(string sentence, params Markdown[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, MarkdownEscape.Of(sentence), [.. values.Select(value => (object)value.Written)]));

    public static Markdown Join(string between, IEnumerable<Markdown> parts) =>
        new(string.Join(between, parts.Where(part => !part.IsEmpty).Select(part => part.Written)));

    public static Markdown Lines(params IEnumerable<Markdown> parts) => Join("\n", parts);

    public static Markdown operator +(Markdown left, Markdown right) => new(left.Written + right.Written);

    public override string ToString() => Written;

    [GeneratedRegex("^ou_[A-Za-z0-9_]{1,80}$")]
    private static partial Regex OpenId();
}
