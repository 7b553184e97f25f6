using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Lark.Room;

/// <summary>Turns people named in a text into the keys and the list that the platform keeps.</summary>
internal static partial class AtText
{
    public static (string Content, IReadOnlyList<RoomMention> Mentions) Keep(string text, Func<string, RoomPerson?> find)
    {
        var mentions = new List<RoomMention>();
        var kept = At().Replace(text, match =>
        {
            if (match.Groups["id"].Value == "all")
                return "@_all";
            if (find(match.Groups["id"].Value) is not { } person)
                return match.Value;
            mentions.Add(new($"@_user_{mentions.Count + 1}", person));
            return mentions[^1].Key;
        });
        return (new JsonObject { ["text"] = kept }.ToJsonString(Readable), mentions);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex("""<at user_id="(?<id>[^"]{1,100})">[^<]{0,200}</at>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex At();
}
