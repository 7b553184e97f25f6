using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Tests.Lark.Alerts;

/// <summary>A message as somebody really sends it, and what it is to us.</summary>
internal sealed record SampleMessage(string Title, IReadOnlyDictionary<string, string> Says, string Body)
{
    public const string Us = "ou_us";
    public const string Listed = "ou_alertbot";

    public static readonly DateTimeOffset WrittenAt = new(2026, 3, 1, 2, 22, 33, TimeSpan.Zero);

    public static IReadOnlyList<SampleMessage> Of(string file) =>
    [
        .. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Lark", "Alerts", "Messages", $"{file}.txt"))
            .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse),
    ];

    public string? Said(string key) => Says.GetValueOrDefault(key);

    public LarkMessage Message()
    {
        var from = (Said("from") ?? "person").Split(' ');
        var type = Said("type") ?? "text";
        return new(
            "om_1", "oc_1", from.Contains("p2p") ? "p2p" : "group",
            new(from.Contains("us") ? Us : from.Contains("listed") ? Listed : from.Contains("program") ? "ou_program" : "ou_person"),
            from.Contains("program") || from.Contains("listed") ? "app" : "user",
            type,
            type == "text" ? new JsonObject { ["text"] = Body }.ToJsonString() : Body,
            WrittenAt)
        {
            Mentions = from.Contains("mention") ? [new("@_user_1", new(Us, Name: "AiFixer"))] : [],
            RootId = from.Contains("answer") ? "om_root" : null,
        };
    }

    private static SampleMessage Parse(string text)
    {
        var parts = text.Split("---\n", 2);
        var head = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(head[0], head.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]), parts[1].Trim('\n'));
    }
}
