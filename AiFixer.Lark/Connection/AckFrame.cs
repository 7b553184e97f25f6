using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Lark.Intake;

namespace AiFixer.Lark.Connection;

/// <summary>The answer to a frame: the frame itself, with what came of it instead of what it carried.</summary>
internal static class AckFrame
{
    public static Frame Of(Frame frame, LarkResponse response, TimeSpan took)
    {
        var payload = new JsonObject
        {
            ["code"] = response.Status == 200 ? 200 : 500,
            ["headers"] = null,
            ["data"] = response.IsAnswer ? Convert.ToBase64String(Encoding.UTF8.GetBytes(LarkJson.Text(response.Body))) : null,
        };
        return frame with
        {
            Headers = [.. frame.Headers, new("biz_rt", ((long)took.TotalMilliseconds).ToString(CultureInfo.InvariantCulture))],
            Payload = Encoding.UTF8.GetBytes(LarkJson.Text(payload)),
        };
    }
}
