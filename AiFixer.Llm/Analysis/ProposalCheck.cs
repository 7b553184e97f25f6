using System.Collections.Immutable;
using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Core.Schemas;
using AiFixer.Llm.Providers;
using AiFixer.Plugins;

namespace AiFixer.Llm.Analysis;

/// <summary>Takes from a model's proposals those that are calls of remediation plugins with arguments that evidence has.</summary>
/// <param name="found">What the incident was found to be about.</param>
/// <param name="seen">Everything that was seen of the incident.</param>
internal sealed class ProposalCheck(IPluginHost plugins, Incident incident, Diagnosis found, EvidenceBook seen)
{
    private readonly ProposalReach reach = new(incident, found);

    private const int LongestWhy = 1200;

    public ImmutableList<SuggestedAction> Take(JsonElement answer, List<string> refused)
    {
        var taken = ImmutableList.CreateBuilder<SuggestedAction>();
        foreach (var action in answer.At("actions").Items())
        {
            var name = action.At("plugin").Text() ?? "";
            if (Refusal(action, name, out var request) is { } why)
                refused.Add($"A proposal of {Wire.Line(name)} was left out: {why}");
            else if (!taken.Any(other => other.Request == request))
                taken.Add(new(request!, Why(action), Risk(action, request!)));
        }

        return taken.ToImmutable();
    }

    private string? Refusal(JsonElement action, string name, out PluginRequest? request)
    {
        request = null;
        if (plugins.Find(name) is not { } plugin)
            return "there is no such plugin";
        if (plugin.Category != PluginCategory.Remediation)
            return "it only looks";
        var bound = ArgumentSchema.Parse(plugin.ParametersSchema).Bind(action.At("arguments").Text() ?? "");
        if (bound.Canonical is null)
            return string.Join("; ", bound.Errors);
        var arguments = Wire.Parse(bound.Canonical);
        if (MadeUp(plugin, arguments) is { } invented)
            return $"nothing that was seen has {Wire.Line(invented)}";
        if (reach.Refusal(plugin, arguments) is { } beyond)
            return beyond;
        request = new(plugin.Name, bound.Canonical);
        return null;
    }

    /// <summary>Names, images, commands and addresses are taken from what was seen; a model must not invent any.</summary>
    private string? MadeUp(PluginManifest plugin, JsonElement arguments)
    {
        var properties = Wire.Parse(plugin.ParametersSchema).At("properties");
        foreach (var argument in arguments.EnumerateObject())
        {
            // What the schema lists, and sizes, are no names.
            var schema = properties.At(argument.Name);
            if (schema.At("enum").ValueKind != JsonValueKind.Array
                && Texts(argument.Value).FirstOrDefault(text => !IsSize(text) && !IsDefault(schema, text) && !seen.Mentions(text) && !IsOfTheAlert(text)) is { } invented)
                return invented;
        }

        return null;
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Texts(property.Value).Append(property.Name)),
        _ => [],
    };

    private bool IsOfTheAlert(string text) =>
        incident.Alert.Labels.ContainsValue(text) || incident.Alert.Target is { } target && (text == target.Name || text == target.Namespace || text == target.Connection);

    private static bool IsSize(string text) => text.Length is > 0 and <= 12 && char.IsAsciiDigit(text[0]) && text.Count(c => c == '.') <= 1 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '%');

    private static bool IsDefault(JsonElement schema, string text) => schema.At("default").Text() == text;

    /// <summary>At least the plugin's own; and whoever asks for an exception from a rule of a plugin is asked about.</summary>
    private PluginRisk Risk(JsonElement action, PluginRequest request)
    {
        var own = plugins.Find(request.Plugin)!.Risk;
        var said = Enum.TryParse<PluginRisk>(action.At("risk").Text(), ignoreCase: true, out var risk) ? risk : own;
        var exempt = Wire.Parse(request.Arguments).EnumerateObject().Any(argument => argument.Value.Flag() && IsException(argument.Name));
        return new[] { own, said, exempt ? PluginRisk.High : PluginRisk.Low }.Max();
    }

    private static bool IsException(string argument) =>
        argument.StartsWith("allow", StringComparison.OrdinalIgnoreCase) || argument.Contains("force", StringComparison.OrdinalIgnoreCase);

    private static string Why(JsonElement action)
    {
        var why = $"{action.At("title").Text()}: {action.At("why").Text()}";
        return TextCleaner.Lines(action.At("expected").Text() is { Length: > 0 } expected ? $"{why} Expected: {expected}" : why, LongestWhy);
    }
}
