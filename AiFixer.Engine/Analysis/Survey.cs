using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Plugins;

namespace AiFixer.Engine.Analysis;

/// <summary>Asks diagnostic plugins and keeps what they answered as evidence, and what they could not as gaps.</summary>
internal sealed class Survey(SharedAsks plugins, Incident incident, TimeProvider time)
{
    private readonly List<Blob> blobs = [];
    private string? passing;

    public ImmutableList<Evidence> Evidence { get; private set; } = [];

    public ImmutableList<string> Gaps { get; private set; } = [];

    public IReadOnlyList<Blob> Blobs => blobs;

    /// <summary>Nothing was answered, and something may be later.</summary>
    public string? Unavailable => Evidence.IsEmpty ? passing : null;

    /// <param name="isExtra">Nothing is concluded from it: what does not answer then hides nothing.</param>
    public async Task<(JsonElement Answer, string Evidence)?> AskAsync(
        string plugin, JsonObject arguments, CancellationToken cancellationToken, bool isExtra = false)
    {
        var result = await RunAsync(plugin, arguments, cancellationToken);
        if (!result.Success || result.Data is null)
        {
            if (result.Retryable)
                passing = $"{plugin}: {result.Error}";
            IsBlind |= result.Retryable && !isExtra;
            Miss($"{plugin}: {result.Error ?? "no answer"}");
            return null;
        }

        if (Parse(result.Data) is not { } answer)
        {
            Miss($"{plugin}: its answer is not JSON");
            return null;
        }

        if (IsCut(answer))
            Miss($"{plugin}: there is more than was read ({result.Message})");
        return (answer, Keep(plugin, result));
    }

    /// <summary>Whether there is such a plugin, and it is set up.</summary>
    public bool Has(string plugin) => plugins.Has(plugin);

    /// <summary>Asks what is only wanted to know how to ask on: it shows nothing, and where it is not answered the next question says so.</summary>
    public async Task<JsonElement?> LookAsync(string plugin, JsonObject arguments, CancellationToken cancellationToken) =>
        await RunAsync(plugin, arguments, cancellationToken) is { Success: true, Data: { } data } ? Parse(data) : null;

    /// <summary>Something that may answer later did not answer now.</summary>
    public bool IsBlind { get; private set; }

    /// <summary>Notes what could not be seen; once, however often it was tried.</summary>
    public void Miss(string what)
    {
        if (!Gaps.Contains(what))
            Gaps = Gaps.Add(what);
    }

    private string Keep(string plugin, PluginResult result)
    {
        var blob = Blob.Of("application/json", Encoding.UTF8.GetBytes(result.Data!));
        blobs.Add(blob);
        var id = $"E{Evidence.Count + 1}";
        Evidence = Evidence.Add(new(id, plugin, result.Message, blob.Hash));
        return id;
    }

    private Task<PluginResult> RunAsync(string plugin, JsonObject arguments, CancellationToken cancellationToken)
    {
        if (incident.Alert.Target is { Connection: not "default" } target)
            arguments["connection"] = target.Connection;
        return plugins.RunAsync(plugin, new(arguments.ToJsonString(), incident.Id.Value, null, "aifixer", time.GetUtcNow()), cancellationToken);
    }

    private static bool IsCut(JsonElement answer) => answer.ValueKind == JsonValueKind.Object
        && ((answer.TryGetProperty("more", out var more) && more.ValueKind == JsonValueKind.True)
            || (answer.TryGetProperty("cut", out var cut) && cut.ValueKind == JsonValueKind.String)
            || answer.TryGetProperty("truncated", out _));

    /// <returns>Null when it is not JSON: a plugin of somebody else may answer anything.</returns>
    private static JsonElement? Parse(string data)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
