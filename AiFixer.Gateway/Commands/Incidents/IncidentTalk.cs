using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Gateway.Commands.Incidents;

/// <summary>What is asked of the service about incidents, and how its answers look in a terminal.</summary>
internal sealed class IncidentTalk(ApiClient api, TextWriter output, TextWriter errors)
{
    private const int Done = 0;
    private const int Refused = 1;

    public async Task<int> ListAsync(IReadOnlyList<string> statuses, CancellationToken cancellationToken)
    {
        var query = string.Join('&', statuses.Select(status => $"status={Uri.EscapeDataString(status)}"));
        var (body, _, problem) = await api.GetAsync($"api/v1/incidents?{query}", cancellationToken);
        using (body)
        {
            if (body is null)
                return await FailAsync(problem);
            foreach (var item in body.RootElement.GetProperty("items").EnumerateArray())
                await output.WriteLineAsync($"{Text(item, "id")}  {Text(item, "severity")}  {Text(item, "status"),-28}  {TerminalText.Of(Text(item, "title"))}");
            return Done;
        }
    }

    public async Task<int> ShowAsync(string id, bool json, CancellationToken cancellationToken)
    {
        var (body, _, problem) = await api.GetAsync($"api/v1/incidents/{Uri.EscapeDataString(id)}", cancellationToken);
        using (body)
        {
            if (body is null)
                return await FailAsync(problem);
            await output.WriteLineAsync(json ? body.RootElement.GetRawText() : IncidentText.Of(body.RootElement));
            return Done;
        }
    }

    /// <summary>The question is named by whoever answers it: nobody answers one they did not see.</summary>
    public async Task<int> AnswerAsync(string id, string verb, string card, string reason, CancellationToken cancellationToken)
    {
        var said = new JsonObject { ["card"] = card };
        if (reason.Length > 0)
            said["reason"] = reason;
        var (body, _, problem) = await api.PostAsync($"api/v1/incidents/{Uri.EscapeDataString(id)}/{verb}", said.ToJsonString(), null, cancellationToken);
        using (body)
        {
            if (body is null)
                return await FailAsync(problem);
            await output.WriteLineAsync($"{id}: {Text(body.RootElement, "status")}");
            return Done;
        }
    }

    private async Task<int> FailAsync(string? problem)
    {
        await errors.WriteLineAsync($"aifixer: {TerminalText.Of(problem ?? "")}");
        return Refused;
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";
}
