using System.Text.Json.Nodes;

namespace AiFixer.Simulation.Chat;

/// <summary>What people in the room were told.</summary>
internal sealed class ChatTaken
{
    /// <summary>Those whose click counted, as they were told.</summary>
    public HashSet<string> Counted { get; } = [];

    /// <summary>Messages that the platform was told are taken.</summary>
    public HashSet<string> Messages { get; } = [];

    public int Clicks { get; private set; }

    public Task ClickAsync(string person, JsonObject? answer)
    {
        Clicks++;
        if ((string?)answer?["toast"]?["type"] == "success")
            Counted.Add(person);
        return Task.CompletedTask;
    }
}
