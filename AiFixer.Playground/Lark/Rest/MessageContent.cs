using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Whether the platform takes a message's content.</summary>
internal static class MessageContent
{
    private const int LargestText = 150 * 1024;
    private const int LargestCard = 30 * 1024;

    /// <returns>Why not; null when it does.</returns>
    public static LarkAnswer? Problem(string type, string content)
    {
        if (type is not ("text" or "post" or "interactive"))
            return LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=unsupported msg_type");
        if (Encoding.UTF8.GetByteCount(content) > (type == "text" ? LargestText : LargestCard))
            return LarkAnswer.Refused(230025, "The length of the message content reaches its limit.");
        var parsed = LarkCall.Parse(Encoding.UTF8.GetBytes(content));
        return type switch
        {
            "interactive" => Card(parsed),
            "text" when parsed?["text"] is JsonValue text && text.TryGetValue<string>(out _) => null,
            "post" when parsed is not null => null,
            _ => LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=content is not a string in json format"),
        };
    }

    private static LarkAnswer? Card(JsonObject? card)
    {
        var problem = card is null ? new CardProblem(200621, "parse card json err, please check whether the card json is correct") : CardCheck.Problem(card);
        return problem is null
            ? null
            : LarkAnswer.Refused(230099, $"Failed to create card content, ext=ErrCode: {problem.Code}; ErrMsg: {problem.Message}; ErrorValue: {problem.Value}");
    }
}
