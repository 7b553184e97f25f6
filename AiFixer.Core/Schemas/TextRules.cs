using System.Text;

namespace AiFixer.Core.Schemas;

/// <summary>Lengths are counted in characters as people see them on the wire: Unicode scalar values.</summary>
internal static class TextRules
{
    public static IEnumerable<string> Broken(SchemaNode schema, string text)
    {
        var length = text.EnumerateRunes().Count();
        if (length < schema.MinLength)
            yield return $"must have at least {schema.MinLength} characters";
        if (length > schema.MaxLength)
            yield return $"must have at most {schema.MaxLength} characters";
        if (schema.Pattern is { } pattern && !pattern.IsMatch(text))
            yield return $"must match {schema.PatternText}";
    }
}
