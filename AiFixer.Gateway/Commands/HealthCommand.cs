using System.CommandLine;

namespace AiFixer.Gateway.Commands;

/// <summary><c>aifixer health</c>: does the service in this container live? For images in which there is nothing else to ask with.</summary>
internal static class HealthCommand
{
    private const int Alive = 0;
    private const int Dead = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var url = ApiClient.UrlOption();
        var ready = new Option<bool>("--ready") { Description = "Whether it takes alerts, too: the store answers." };
        var command = new Command("health", "Ask the service whether it lives; exits with 1 when it does not say so within four seconds.") { url, ready };
        command.SetAction((parsed, stop) => AskAsync(parsed.GetRequiredValue(url), parsed.GetValue(ready) ? "readyz" : "livez", stop));
        return command;
    }

    private static async Task<int> AskAsync(string url, string path, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var api = ApiClient.Open(url);
        try
        {
            if ((await api.GetAsync(path, patience.Token)).Problem is not { } problem)
                return Alive;
            await Console.Error.WriteLineAsync($"aifixer: {problem}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"aifixer: {url} did not answer in time");
        }

        return Dead;
    }
}
