using System.CommandLine;

namespace AiFixer.Gateway.Commands.Incidents;

/// <summary><c>aifixer incident</c>: what is going on in a running service, and answering its questions.</summary>
internal static class IncidentCommand
{
    public static Command Create()
    {
        var url = ApiClient.UrlOption();
        return new("incident", "Incidents of a running service.") { url, List(url), Show(url), Answer(url, "approve"), Answer(url, "reject") };
    }

    private static Command List(Option<string> url)
    {
        var status = new Option<string[]>("--status") { Description = "Such as awaiting_proposal_approval; may be given several times." };
        var command = new Command("list", "The newest incidents.") { status };
        command.SetAction((parsed, stop) => WithAsync(parsed.GetRequiredValue(url), talk => talk.ListAsync(parsed.GetValue(status) ?? [], stop)));
        return command;
    }

    private static Command Show(Option<string> url)
    {
        var id = Id();
        var json = new Option<bool>("--json") { Description = "Everything, as JSON." };
        var command = new Command("show", "One incident with what it asks.") { id, json };
        command.SetAction((parsed, stop) => WithAsync(
            parsed.GetRequiredValue(url), talk => talk.ShowAsync(parsed.GetRequiredValue(id), parsed.GetValue(json), stop)));
        return command;
    }

    private static Command Answer(Option<string> url, string verb)
    {
        var id = Id();
        var card = new Argument<string>("card") { Description = "The question, such as proposal/1; show tells it." };
        var reason = new Option<string>("--reason") { Description = "Why.", DefaultValueFactory = _ => "" };
        var command = new Command(verb, $"Say {(verb == "approve" ? "yes" : "no")} to a question.") { id, card, reason };
        command.SetAction((parsed, stop) => WithAsync(
            parsed.GetRequiredValue(url),
            talk => talk.AnswerAsync(parsed.GetRequiredValue(id), verb, parsed.GetRequiredValue(card), parsed.GetRequiredValue(reason), stop)));
        return command;
    }

    private static Argument<string> Id() => new("incident") { Description = "Such as INC-01K9ZQ8H47F3KQ2M." };

    private static async Task<int> WithAsync(string url, Func<IncidentTalk, Task<int>> work)
    {
        using var api = ApiClient.Open(url);
        return await work(new(api, Console.Out, Console.Error));
    }
}
