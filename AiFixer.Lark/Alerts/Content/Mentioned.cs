using System.Text.RegularExpressions;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Alerts;

/// <summary>Whom a message names.</summary>
/// <param name="us">Our own open id; empty when it is not known, and then nobody mentions us.</param>
internal sealed partial class Mentioned(LarkMessage message, string us)
{
    public bool MentionsUs { get; } = us.Length > 0 && message.Mentions.Any(mention => mention.Person.OpenId == us);

    /// <summary>The text with names in place of keys, and without us.</summary>
    public string Named(string text) => Key().Replace(text, key => Name(key.Value));

    /// <param name="key">A key such as <c>@_user_1</c>, or an open id.</param>
    public string Name(string key, string otherwise = "")
    {
        if (key == us && us.Length > 0)
            return "";
        var person = message.Mentions.FirstOrDefault(mention => mention.Key == key)?.Person;
        if (person is not null && us.Length > 0 && person.OpenId == us)
            return "";
        return (person?.Name ?? otherwise) is { Length: > 0 } name ? $"@{name}" : key == "@_all" ? "@all" : "";
    }

    [GeneratedRegex(@"@_(?:user_\d{1,6}|all)")]
    private static partial Regex Key();
}
