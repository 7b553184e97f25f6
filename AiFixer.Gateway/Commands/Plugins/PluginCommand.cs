using System.CommandLine;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Dynamic;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Commands.Plugins;

/// <summary><c>aifixer plugin</c>: what there is, and trying it out. Needs no running service; what was disabled is read from the store.</summary>
internal static class PluginCommand
{
    private const string RunHelp =
        "Run a plugin that reads. A plugin that changes something is only planned, never carried out: what it would send is shown, "
        + "with its target, its diff and how it is taken back. Carrying out is for incidents, after policy and approval.";

    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        return new("plugin", "What the plugins are, and trying one out.") { List(configure, json), Show(configure, json), Run(configure, json) };
    }

    private static Command List(Func<WebApplicationBuilder> configure, Option<bool> json)
    {
        var command = new Command("list", "Every plugin and whether it can be called.") { json };
        command.SetAction((parsed, stop) => WithAsync(configure, setup => PluginText.ListAsync(setup.States, parsed.GetValue(json), Console.Out), stop));
        return command;
    }

    private static Command Show(Func<WebApplicationBuilder> configure, Option<bool> json)
    {
        var name = Name();
        var command = new Command("show", "One plugin with its parameters.") { name, json };
        command.SetAction((parsed, stop) => WithAsync(
            configure, setup => PluginText.ShowAsync(setup.States, parsed.GetRequiredValue(name), parsed.GetValue(json), Console.Out, Console.Error), stop));
        return command;
    }

    private static Command Run(Func<WebApplicationBuilder> configure, Option<bool> json)
    {
        var name = Name();
        var arguments = new Argument<string[]>("arguments") { Description = "Such as namespace=shop tail_lines=50.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("run", RunHelp) { name, arguments, json };
        command.SetAction((parsed, stop) => WithAsync(
            configure,
            setup => PluginTrial.RunAsync(
                setup, parsed.GetRequiredValue(name), parsed.GetRequiredValue(arguments), parsed.GetValue(json), Console.Out, Console.Error, stop),
            stop));
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "Such as k8s.list_pods." };

    private static async Task<int> WithAsync(Func<WebApplicationBuilder> configure, Func<PluginSetup, Task<int>> work, CancellationToken cancellationToken)
    {
        var configuration = configure().Configuration;
        var settings = await StoredSettings.ReadAsync(configuration, cancellationToken);
        if (settings.Problem is { } unknown)
            await Console.Error.WriteLineAsync($"Which plugins were disabled is not known: {unknown}");
        using var setup = CommandPlugins.Open(configuration, settings, out var problem) ?? throw new ConfigurationException([problem!]);
        await setup.LoadCustomAsync(cancellationToken);
        return await work(setup);
    }
}
