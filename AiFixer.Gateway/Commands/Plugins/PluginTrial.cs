using AiFixer.Core.Alerts;
using AiFixer.Core.Plugins;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Commands.Plugins;

/// <summary>Runs one plugin for a person at a terminal. What changes something is only planned: it runs for an incident, with a grant.</summary>
internal static class PluginTrial
{
    private const int Answered = 0;
    private const int NotAnswered = 1;
    private const int WrongUsage = 2;
    private const int Longest = 300_000;

    public static async Task<int> RunAsync(
        PluginSetup setup, string name, IReadOnlyList<string> words, bool json, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (setup.States.Find(name) is not { Manifest: { } manifest })
            return await FailAsync(errors, $"There is no plugin '{name}' that can be called; aifixer plugin list names all.", WrongUsage);
        var (arguments, error) = TypedArguments.Read(words, manifest.ParametersSchema);
        if (arguments is null)
            return await FailAsync(errors, error!, WrongUsage);
        var call = new PluginCall(arguments, "", null, Environment.UserName, TimeProvider.System.GetUtcNow());
        return manifest.Category == PluginCategory.Diagnostic
            ? await AskAsync(setup, manifest.Name, call, json, output, errors, cancellationToken)
            : await PlanAsync(setup, manifest.Name, call, json, output, errors, cancellationToken);
    }

    private static async Task<int> AskAsync(
        PluginSetup setup, string name, PluginCall call, bool json, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var result = await setup.Host.RunAsync(name, call, cancellationToken);
        if (!result.Success)
            return await FailAsync(errors, result.Error!, NotAnswered);
        await output.WriteLineAsync(json ? result.Data : $"{Clean(result.Message)}\n{Clean(result.Data ?? "")}");
        return Answered;
    }

    private static async Task<int> PlanAsync(
        PluginSetup setup, string name, PluginCall call, bool json, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var preview = await setup.Host.PreviewAsync(name, call, cancellationToken);
        if (preview.Plan is not { } plan)
            return await FailAsync(errors, preview.Error!, NotAnswered);
        await output.WriteLineAsync(json ? PlannedOnly.Json(name, preview) : Text(plan));
        return Answered;
    }

    private static string Text(ActionPlan plan) =>
        $"{Clean(plan.Call)}\non {Clean(plan.Target.ToString())} of {plan.Target.Connection}\n{Clean(plan.BlastRadius)}\n\n{Clean(plan.Diff)}\n\n"
        + "Nothing was changed: what changes something runs for an incident, after policy and approval.";

    private static async Task<int> FailAsync(TextWriter errors, string why, int code)
    {
        await errors.WriteLineAsync(Clean(why));
        return code;
    }

    private static string Clean(string text) => TextCleaner.Lines(text, Longest);
}
