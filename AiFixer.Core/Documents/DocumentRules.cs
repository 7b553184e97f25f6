using System.Text;

namespace AiFixer.Core.Documents;

/// <summary>What can be kept, whatever it is for.</summary>
public static class DocumentRules
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when the edit can be kept.</returns>
    public static DocumentVerdict.Refused? Problem(DocumentEdit edit)
    {
        if (!IsKind(edit.Kind))
            return new("kind", $"must be lower-case letters and _, {DocumentLimits.Kind} at most");
        if (!IsName(edit.Name))
            return new("name", $"must begin with a letter or digit and have letters, digits, dots, _ and - only, {DocumentLimits.Name} at most");
        if (edit.By.Id.Length == 0 || !IsText(edit.By.Id, DocumentLimits.Author) || !IsText(edit.By.Name, DocumentLimits.Author))
            return new("by", $"must be somebody, with {DocumentLimits.Author} bytes at most");
        if (!IsText(edit.Note, DocumentLimits.Note))
            return new("note", $"must be text of {DocumentLimits.Note} bytes at most");
        return edit.Body is null || IsText(edit.Body, DocumentLimits.Body)
            ? null
            : new("body", $"must be text of {DocumentLimits.Body} bytes at most");
    }

    private static bool IsKind(string kind) =>
        kind.Length is > 0 and <= DocumentLimits.Kind && kind.All(c => c is >= 'a' and <= 'z' or '_');

    private static bool IsName(string name) =>
        name.Length is > 0 and <= DocumentLimits.Name && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <summary>PostgreSQL has no text with U+0000, and half a character cannot be written down at all.</summary>
    private static bool IsText(string text, int bytes)
    {
        if (text.Length > bytes || text.Contains('\0', StringComparison.Ordinal))
            return false;
        try
        {
            return Strict.GetByteCount(text) <= bytes;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
