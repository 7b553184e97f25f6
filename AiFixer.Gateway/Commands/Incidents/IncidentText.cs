using System.Text;
using System.Text.Json;

namespace AiFixer.Gateway.Commands.Incidents;

/// <summary>One incident for a terminal: what is known, what would be done, and what is asked.</summary>
internal static class IncidentText
{
    public static string Of(JsonElement incident)
    {
        var text = new StringBuilder()
            .AppendLine($"{Text(incident, "id")}  {Text(incident, "severity")}  {Text(incident, "status")}")
            .AppendLine(TerminalText.Of(Text(incident.GetProperty("alert"), "summary")));
        if (Part(incident, "diagnosis") is { } diagnosis)
            text.AppendLine($"\nDiagnosis: {TerminalText.Of(Text(diagnosis, "rootCause"))}");
        foreach (var action in incident.GetProperty("actions").EnumerateArray())
            Action(text, action);
        if (Part(incident, "policy") is { } policy)
            Policy(text, policy);
        foreach (var refused in incident.GetProperty("refusedGrants").EnumerateArray())
            text.AppendLine($"\nALARM: a grant opened nothing ({Text(refused, "fault")}): {TerminalText.Of(Text(refused, "reason"))}");
        if (Part(incident, "escalation") is { } escalation)
            text.AppendLine($"\nIn a person's hands: {TerminalText.Of(Text(escalation, "reason"))}");
        if (Text(incident, "openCard") is { Length: > 0 } card)
            text.AppendLine($"\nAsks: {card}. Answer with: aifixer incident approve {Text(incident, "id")} {card}");
        return text.ToString().TrimEnd();
    }

    private static void Action(StringBuilder text, JsonElement action)
    {
        var request = action.GetProperty("request");
        text.AppendLine($"\n{Text(action, "id")} {TerminalText.Of(Text(request, "plugin"))} {TerminalText.Of(Text(request, "arguments"))}: {Text(action, "status")}");
        if (Part(action, "plan") is not { } plan)
            return;
        text.AppendLine(TerminalText.Of(Text(plan, "call"))).AppendLine(TerminalText.Of(Text(plan, "diff")));
    }

    private static void Policy(StringBuilder text, JsonElement policy)
    {
        text.AppendLine($"\nPolicy: {Text(policy, "outcome")}");
        foreach (var opinion in policy.GetProperty("opinions").EnumerateArray())
            text.AppendLine($"  {TerminalText.Of(Text(opinion, "rule"))}: {TerminalText.Of(Text(opinion, "reason"))}");
    }

    private static JsonElement? Part(JsonElement whole, string name) =>
        whole.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static string Text(JsonElement whole, string name) =>
        whole.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "";
}
