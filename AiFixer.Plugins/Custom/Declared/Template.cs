using System.Text;
using System.Text.Json;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>Text with names in braces; two braces are one.</summary>
internal sealed class Template
{
    private readonly List<(string Text, bool IsName)> parts = [];

    private Template()
    {
    }

    public IEnumerable<string> Names => parts.Where(part => part.IsName).Select(part => part.Text);

    /// <summary>The name, when there is nothing else in it.</summary>
    public string? Only => parts is [(var name, true)] ? name : null;

    /// <returns>Null when a brace is not closed or a name is none.</returns>
    public static Template? Parse(string text)
    {
        var template = new Template();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
                plain.Append(text[i++]);
            else if (text[i] == '}')
                return null;
            else if (text[i] != '{')
                plain.Append(text[i]);
            else if (text.IndexOf('}', i) is > 0 and var end && IsName(text[(i + 1)..end]))
            {
                template.Add(plain, text[(i + 1)..end]);
                i = end;
            }
            else
                return null;
        }

        template.Add(plain, null);
        return template;
    }

    /// <summary>A name without a value is left out.</summary>
    public string Fill(Func<string, JsonElement?> value, Func<string, string> escape) =>
        string.Concat(parts.Select(part => part.IsName ? escape(Text(value(part.Text))) : part.Text));

    public static string Text(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private void Add(StringBuilder plain, string? name)
    {
        if (plain.Length > 0)
            parts.Add((plain.ToString(), false));
        plain.Clear();
        if (name is not null)
            parts.Add((name, true));
    }
}
