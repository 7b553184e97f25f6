using System.Buffers;
using System.Globalization;
using System.Text;
using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Cards;

/// <summary>
/// Writes text from outside so that Lark shows it as it is: every sign with a meaning in Markdown, tags, mentions, emoji or
/// addresses becomes an entity, and what cannot be seen was replaced before.
/// </summary>
internal static class MarkdownEscape
{
    private static readonly SearchValues<char> Meaningful = SearchValues.Create("&<>*_~[]()`#\\|!+-@:/.=$");

    public static string Of(string text)
    {
        var clean = TextCleaner.Lines(text, int.MaxValue);
        var written = new StringBuilder(clean.Length + 16);
        var atStart = true;
        foreach (var sign in clean)
        {
            // Four spaces at the start of a line would begin a block of code, in which entities are shown as they are written.
            if (sign == '\t' || (sign == ' ' && atStart))
                written.Append("&#160;");
            else if (Meaningful.Contains(sign))
                written.Append("&#").Append(((int)sign).ToString(CultureInfo.InvariantCulture)).Append(';');
            else
                written.Append(sign);
            atStart = sign == '\n' || (atStart && sign is ' ' or '\t');
        }

        return written.ToString();
    }
}
