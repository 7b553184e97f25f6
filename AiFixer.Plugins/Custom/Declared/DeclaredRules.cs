using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>What is wrong with a plugin's file, beyond its form.</summary>
internal static class DeclaredRules
{
    private static readonly string[] Reading = ["GET", "POST"];
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    public static IReadOnlyList<string> Problems(DeclaredDocument document)
    {
        var known = Parameters(document.Parameters);
        return
        [
            .. Itself(document),
            .. Call("", document.Http, document.Command, IsRemediation(document) ? Changing : Reading, known),
            .. Answer(document.Answer, known),
            .. IsRemediation(document) ? Remediation(document, known) : NoRemediation(document),
        ];
    }

    public static bool IsRemediation(DeclaredDocument document) => document.Category == "remediation";

    private static IEnumerable<string> Itself(DeclaredDocument document)
    {
        if (document.Description.Length is 0 or > 500)
            yield return "description: one sentence for people";
        if (document.Category is not ("diagnostic" or "remediation"))
            yield return "category: diagnostic or remediation";
        if (DeclaredDuration.Parse(document.Timeout) is null)
            yield return "timeout: such as 500ms, 10s or 2m";
        if (document.Parameters is not null and not System.Collections.IDictionary)
            yield return "parameters: a JSON Schema";
    }

    private static IEnumerable<string> Call(string at, DeclaredHttp? http, List<string>? command, string[] methods, HashSet<string> known)
    {
        if (http is null == command is null)
            yield return $"{at}http, {at}command: exactly one of them";
        foreach (var problem in http is null ? [] : Request($"{at}http", http, methods, known))
            yield return problem;
        foreach (var problem in command is null ? [] : Words($"{at}command", command, known))
            yield return problem;
    }

    private static IEnumerable<string> Request(string at, DeclaredHttp http, string[] methods, HashSet<string> known)
    {
        if (http.Service.Length == 0)
            yield return $"{at}.service: the name of a connection below Plugins:Services";
        if (!methods.Contains(http.Method))
            yield return $"{at}.method: one of {string.Join(", ", methods)}";
        if (!http.Path.StartsWith('/') || http.Path.StartsWith("//", StringComparison.Ordinal) || http.Path.Contains('#', StringComparison.Ordinal))
            yield return $"{at}.path: begins with one slash and has no fragment";
        foreach (var problem in Text($"{at}.path", http.Path, known))
            yield return problem;
    }

    private static IEnumerable<string> Words(string at, List<string> command, HashSet<string> known)
    {
        if (command.Count == 0 || !command[0].StartsWith('/') || command[0].Contains('{', StringComparison.Ordinal))
            yield return $"{at}: begins with a program's full path";
        foreach (var problem in command.SelectMany((word, at1) => Text($"{at}[{at1}]", word, known)))
            yield return problem;
    }

    private static IEnumerable<string> Answer(DeclaredAnswer answer, HashSet<string> known)
    {
        foreach (var (name, pointer) in answer.Fields.Where(field => !Pointer.IsOne(field.Value)))
            yield return $"answer.fields.{name}: {pointer} is no JSON pointer, such as /items/0/name";
        foreach (var problem in Text("answer.message", answer.Message, [.. known, .. answer.Fields.Keys]))
            yield return problem;
    }

    private static IEnumerable<string> NoRemediation(DeclaredDocument document)
    {
        if (document.Observe is not null || document.Target is not null || document.Verb.Length + document.Risk.Length > 0)
            yield return "verb, risk, target, observe: only of a remediation";
    }

    private static IEnumerable<string> Remediation(DeclaredDocument document, HashSet<string> known)
    {
        if (document.Risk is not ("low" or "medium" or "high" or "critical"))
            yield return "risk: low, medium, high or critical";
        if (document.BlastRadius.Length == 0)
            yield return "blast_radius: what else may feel it, in one sentence";
        if (document.Target is not { Kind.Length: > 0, Name.Length: > 0 } target)
            yield return "target: a kind and a name, so that cooldowns know what is meant";
        else
        {
            foreach (var problem in Text("target.name", target.Name, known).Concat(Text("target.namespace", target.Namespace, known)))
                yield return problem;
        }

        if (document.Observe is not { Done.Count: > 0 } look)
            yield return "observe: how to see that it is done (http or command, and done)";
        else
        {
            foreach (var problem in Call("observe.", look.Http, look.Command, Reading, known))
                yield return problem;
            foreach (var pointer in look.Done.Keys.Concat(look.Healthy.Keys).Concat(look.Touches).Where(pointer => !Pointer.IsOne(pointer)))
                yield return $"observe: {pointer} is no JSON pointer, such as /state";
        }
    }

    private static IEnumerable<string> Text(string at, string text, HashSet<string> known)
    {
        if (Template.Parse(text) is not { } template)
        {
            yield return $"{at}: a brace that is not closed; two braces are one";
            yield break;
        }

        foreach (var name in template.Names.Where(name => !known.Contains(name)))
            yield return $"{at}: there is no parameter {name}";
    }

    private static HashSet<string> Parameters(object? schema) =>
        YamlJson.Of(schema) is JsonObject map && map["properties"] is JsonObject properties ? [.. properties.Select(property => property.Key)] : [];
}
