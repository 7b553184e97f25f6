using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Wire;

/// <summary>Writes the answer to a click.</summary>
internal static class AnswerJson
{
    public static JsonObject Of(ClickAnswer answer, bool isOfOld)
    {
        // The older form puts the card's own parts beside the toast.
        var body = isOfOld && answer.Card is { } old ? (JsonObject)old.DeepClone() : [];
        body["toast"] = Toast(answer);
        if (!isOfOld && answer.Card is { } card)
            body["card"] = new JsonObject { ["type"] = "raw", ["data"] = card.DeepClone() };
        return body;
    }

    private static JsonObject Toast(ClickAnswer answer)
    {
        var toast = new JsonObject { ["type"] = Kind(answer.Kind), ["content"] = answer.Text };
        if (answer.Chinese is { } chinese)
            toast["i18n"] = new JsonObject { ["zh_cn"] = chinese, ["en_us"] = answer.Text };
        return toast;
    }

    private static string Kind(ToastKind kind) => kind switch
    {
        ToastKind.Success => "success",
        ToastKind.Error => "error",
        ToastKind.Warning => "warning",
        _ => "info",
    };
}
