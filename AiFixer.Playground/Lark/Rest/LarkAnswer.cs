using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>A complete answer of the platform.</summary>
internal sealed record LarkAnswer(int Status, JsonObject? Body, string? Text = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static LarkAnswer Data(JsonObject data) => new(200, new() { ["code"] = 0, ["msg"] = "success", ["data"] = data });

    public static LarkAnswer Done { get; } = Data([]);

    public static LarkAnswer NotFound { get; } = new(404, null, "404 page not found");

    public static LarkAnswer Refused(int code, string message, int status = 400) =>
        new(status, new() { ["code"] = code, ["msg"] = message, ["error"] = new JsonObject { ["log_id"] = "practice", ["troubleshooter"] = "https://open.feishu.cn/search?log_id=practice" } });

    public static LarkAnswer TooFast(TimeSpan reset) =>
        new(429, new() { ["code"] = 99991400, ["msg"] = "request trigger frequency limit" })
        {
            Headers = new Dictionary<string, string>
            {
                ["x-ogw-ratelimit-limit"] = "50",
                ["x-ogw-ratelimit-reset"] = Math.Max(1, (int)Math.Ceiling(reset.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };
}
