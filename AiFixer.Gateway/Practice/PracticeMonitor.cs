using AiFixer.Playground;

namespace AiFixer.Gateway.Practice;

/// <summary>The practice world's own monitoring: tells the webhook of deployments that are unwell, and well again.</summary>
internal sealed partial class PracticeMonitor(
    PracticeWorld world, PracticeAddress address, TimeProvider time, ILogger<PracticeMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, DateTimeOffset> unwell = [];
    private readonly HashSet<string> told = [];
    private readonly HttpClient http = new();

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var webhook = await address.WebhookAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var health in world.State())
                await LookAsync(health, webhook, stoppingToken);
        }
    }

    private async Task LookAsync(DeploymentHealth health, Uri webhook, CancellationToken cancellationToken)
    {
        var name = $"{health.Namespace}/{health.Name}";
        var now = time.GetUtcNow();
        if (!health.Healthy)
        {
            unwell.TryAdd(name, now);
            if (now - unwell[name] >= Patience && !told.Contains(name) && await SendAsync(health, unwell[name], null, webhook, cancellationToken))
                told.Add(name);
        }
        else if (!told.Contains(name) || await SendAsync(health, unwell[name], now, webhook, cancellationToken))
        {
            told.Remove(name);
            unwell.Remove(name);
        }
    }

    private async Task<bool> SendAsync(
        DeploymentHealth health, DateTimeOffset since, DateTimeOffset? until, Uri webhook, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(webhook, PracticeAlerts.Message(health, since, until), cancellationToken);
            if (!answer.IsSuccessStatusCode)
                NotTaken(health.Name, (int)answer.StatusCode);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException e)
        {
            NotSent(health.Name, e.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The alert about {Deployment} was answered {Status}; it is sent again")]
    private partial void NotTaken(string deployment, int status);

    [LoggerMessage(LogLevel.Warning, "The alert about {Deployment} could not be sent; it is sent again: {Reason}")]
    private partial void NotSent(string deployment, string reason);
}
