using System.CommandLine;
using AiFixer.Hosting.Configuration;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Commands.Plugins;

/// <summary><c>aifixer plugin</c>: what there is, and trying it out. Needs no store and no running service.</summary>
internal static class PluginCommand
{
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
        var command = new Command("run", "Run a plugin that reads; of one that changes something, show what it would do.") { name, arguments, json };
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
        using var setup = CommandPlugins.Open(configure().Configuration, out var problem) ?? throw new ConfigurationException([problem!]);
        await setup.LoadCustomAsync(cancellationToken);
        return await work(setup);
    }
}
