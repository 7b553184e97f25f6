using System.CommandLine;

namespace AiFixer.Gateway.Commands.Replay;

/// <summary><c>aifixer replay INC</c>: an incident of a running service, told from its alert to its end.</summary>
internal static class ReplayCommand
{
    private const int Told = 0;
    private const int Refused = 1;

    public static Command Create()
    {
        var url = ApiClient.UrlOption();
        var id = new Argument<string>("incident") { Description = "Such as INC-01K9ZQ8H47F3KQ2M." };
        var command = new Command("replay", "One incident as a story: what was seen, ruled out, decided, done and checked, in the order of time.") { url, id };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(url), parsed.GetRequiredValue(id), Console.Out, Console.Error, stop));
        return command;
    }

    internal static async Task<int> RunAsync(string url, string id, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        using var api = ApiClient.Open(url);
        var (body, _, problem) = await api.GetAsync($"api/v1/incidents/{Uri.EscapeDataString(id)}", cancellationToken);
        using (body)
        {
            if (body is null)
            {
                await errors.WriteLineAsync($"aifixer: {problem}");
                return Refused;
            }

            await output.WriteLineAsync(ReplayStory.Of(body.RootElement));
            return Told;
        }
    }
}
