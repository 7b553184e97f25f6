using System.Text.Json;

namespace AiFixer.Plugins.Docker;

/// <summary>Which containers are to be restarted, and how they were.</summary>
/// <param name="Containers">The containers, one after the other.</param>
/// <param name="Seconds">How long each gets to end by itself.</param>
/// <param name="PlannedAt">When the plan was made, by our clock: what happened before has nothing to do with it.</param>
internal sealed record RestartOrder(IReadOnlyList<RestartItem> Containers, int Seconds, DateTimeOffset PlannedAt)
{
    public string Uid => string.Join(',', Containers.Select(c => c.Id));

    public string Call => string.Join('\n', Containers.Select(Path));

    public string Path(RestartItem item) => $"/containers/{item.Id}/restart?t={Seconds}";

    public string ToPayload() => JsonSerializer.Serialize(this, DockerArgumentsJson.Default.RestartOrder);

    public static RestartOrder? TryParse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, DockerArgumentsJson.Default.RestartOrder);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
