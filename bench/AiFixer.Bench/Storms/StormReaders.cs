using System.Text.Json;

namespace AiFixer.Bench.Storms;

/// <summary>Somebody who looks at the list and at incidents all the while.</summary>
internal sealed class StormReaders(StormClient client)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public List<long> Lists { get; } = [];

    public List<long> Pages { get; } = [];

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await LookAsync();
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>A look at the list by page and by API, and at the incident that most others follow.</summary>
    public async Task LookAsync()
    {
        Lists.Add((await client.GetAsync("/", "text/html")).Ticks);
        var (ticks, text) = await client.GetAsync("api/v1/incidents?limit=50", "application/json");
        Lists.Add(ticks);
        if (Largest(text) is { } id)
            Pages.Add((await client.GetAsync($"incidents/{id}", "text/html")).Ticks);
    }

    private static string? Largest(string list)
    {
        using var document = JsonDocument.Parse(list);
        return document.RootElement.GetProperty("items").EnumerateArray()
            .MaxBy(item => item.GetProperty("followers").GetInt64()) is { ValueKind: JsonValueKind.Object } item ? item.GetProperty("id").GetString() : null;
    }
}
