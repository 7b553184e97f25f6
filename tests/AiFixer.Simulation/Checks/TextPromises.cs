using System.Text.Json.Nodes;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>Text from outside stays text: it sends nothing, decides nothing and marks no card up; what is sent as data arrives to the letter.</summary>
internal static class TextPromises
{
    /// <summary>What the platform would take for more than text.</summary>
    private static readonly string[] Active = ["<at id=all", "<script", "](https://mallory", "**mallory", "**bold", "`rm", "`id", "$(rm", "${"];

    private static readonly char[] Hidden = ['\u001b', '\u0007', '\u202E', '\u2066'];

    public static IEnumerable<string> Broken(IReadOnlyList<Departure> departures, List<WrittenLife> lives, IEnumerable<JsonObject> cards) =>
        [.. departures.SelectMany(Sent), .. Decided(lives), .. cards.SelectMany(Shown)];

    private static IEnumerable<string> Sent(Departure departure)
    {
        var (action, plan) = (departure.Sending.Action, departure.Sending.Plan);
        if (plan.ToString().Contains(Hostile.Mark, StringComparison.Ordinal))
            yield return $"{action} sends what an alert said: {plan}";
        var payload = Payload.Parse(plan.Payload);
        if (payload.Account != plan.Target.Name || (payload.Value != "broken" && payload.Value != Hostile.ValueOf(payload.Account)))
            yield return $"{action} sends what nobody wrote: {plan.Payload}";
    }

    private static IEnumerable<string> Decided(List<WrittenLife> lives) =>
        from life in lives
        from entry in life.Entries
        where entry.By.Contains(Hostile.Mark, StringComparison.Ordinal) || entry.Cause.Contains(Hostile.Mark, StringComparison.Ordinal)
        select $"an alert's text acts on {life.Item.Id}: {entry.Cause} by {entry.By}";

    private static IEnumerable<string> Shown(JsonObject card) =>
        from part in Parts(card)
        let text = part["content"] is JsonValue content ? content.ToString() : ""
        where text.IndexOfAny(Hidden) >= 0 || ((string?)part["tag"] == "markdown" && Active.Any(sign => text.Contains(sign, StringComparison.Ordinal)))
        select $"a card shows as more than text: {text}";

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(property => Parts(property.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Parts),
        _ => [],
    };
}
