using System.Text.Json;
using AiFixer.Plugins.Docker;

namespace AiFixer.Plugins.Ssh;

/// <summary>What is to be sent to a host, and how the containers it is about were.</summary>
internal sealed record SshOrder(IReadOnlyList<string> Words, IReadOnlyList<RestartItem> Containers, DateTimeOffset PlannedAt)
{
    public string Uid => string.Join(',', Containers.Select(c => c.Id));

    public string ToPayload() => JsonSerializer.Serialize(this, SshJson.Default.SshOrder);

    public static SshOrder? TryParse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, SshJson.Default.SshOrder);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
