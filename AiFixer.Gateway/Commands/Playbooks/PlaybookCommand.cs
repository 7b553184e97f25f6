using System.CommandLine;
using AiFixer.Core.Playbooks;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Dynamic;

namespace AiFixer.Gateway.Commands.Playbooks;

/// <summary><c>aifixer playbook</c>: what there is, what is wrong with a file, what would be found. Needs no running service and changes nothing.</summary>
internal static class PlaybookCommand
{
    private const int WrongUsage = 2;

    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        return new("playbook", "What playbooks there are, and trying them out.") { List(configure, json), Validate(configure), Test(configure, json) };
    }

    private static Command List(Func<WebApplicationBuilder> configure, Option<bool> json)
    {
        var command = new Command("list", "Every playbook: those of the store, or the shipped ones where there is no store yet.") { json };
        command.SetAction((parsed, stop) => WithAsync(
            configure, shelf => PlaybookOutput.ListAsync(shelf, parsed.GetValue(json), Console.Out), stop));
        return command;
    }

    private static Command Validate(Func<WebApplicationBuilder> configure)
    {
        var files = new Argument<string[]>("files") { Description = "YAML files.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Says what is wrong with playbooks in files, by field and line; exits with 1 when anything is.") { files };
        command.SetAction((parsed, stop) => WithAsync(
            configure, shelf => PlaybookValidation.RunAsync(shelf, parsed.GetRequiredValue(files), Console.Out, Console.Error, stop), stop));
        return command;
    }

    private static Command Test(Func<WebApplicationBuilder> configure, Option<bool> json)
    {
        var file = new Argument<string>("file") { Description = "The JSON of an exception or an alert; - for standard input." };
        var command = new Command("test", "Says which playbook an exception or alert would find, and why.") { file, json };
        command.SetAction((parsed, stop) => WithAsync(
            configure, shelf => TestAsync(shelf, parsed.GetRequiredValue(file), parsed.GetValue(json), stop), stop));
        return command;
    }

    private static async Task<int> TestAsync(PlaybookShelf shelf, string file, bool json, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = file == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongUsage;
        }

        return await PlaybookOutput.TestAsync(shelf, text, json, Console.Out, Console.Error);
    }

    private static async Task<int> WithAsync(Func<WebApplicationBuilder> configure, Func<PlaybookShelf, Task<int>> work, CancellationToken cancellationToken)
    {
        var configuration = configure().Configuration;
        var settings = await StoredSettings.ReadAsync(configuration, cancellationToken);
        using var setup = CommandPlugins.Open(configuration, settings, out var problem) ?? throw new ConfigurationException([problem!]);
        await setup.LoadCustomAsync(cancellationToken);
        return await work(await PlaybookShelf.OpenAsync(configuration, setup.States, cancellationToken));
    }
}
