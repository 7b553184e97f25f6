using System.Text.Json;

namespace AiFixer.EndToEnd.Eval;

/// <summary>What became of a case when models were asked, and what was said.</summary>
internal sealed class EvalAnswer(JsonElement told, string folder)
{
    private readonly JsonElement models = told.GetProperty("models");

    public const string Rules = "offline rules";

    public string AnsweredBy => models.GetProperty("answered_by").GetString()!;

    public bool FromCache => models.GetProperty("from_cache").GetBoolean();

    public IReadOnlyList<string> Faults => [.. models.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!)];

    /// <summary>It says what the rules said, for the models only repeat them; and it says how it came to that.</summary>
    public void ShouldStandBeside(JsonElement rules)
    {
        var name = told.GetProperty("id").GetString()!;
        told.GetProperty("category").GetString().ShouldBe(rules.GetProperty("category").GetString(), name);
        told.GetProperty("culprit").GetString().ShouldBe(rules.GetProperty("culprit").GetString(), name);
        var said = File.ReadAllText(Path.Combine(folder, "said", told.GetProperty("suite").GetString()!, $"{name}.json"));
        if (AnsweredBy == Rules)
        {
            var end = said[said.LastIndexOf("No model gave a valid answer: ", StringComparison.Ordinal)..];
            end.ShouldContain("the budget of 400000 tokens is used up", customMessage: $"{name}: {end}");
            return;
        }

        said.ShouldContain($"Struck: \\\"{RepeatingModel.MadeUp}", customMessage: name);
        models.GetProperty("struck").GetInt32().ShouldBe(2, name);
        if (FromCache)
        {
            said.ShouldContain("answered this before", customMessage: name);
            return;
        }

        said.ShouldContain("There is no tool 'approve'", customMessage: name);
        (Failed("first") || said.Contains("\"who\":\"first/scripted\",\"skipped\":\"left alone until", StringComparison.Ordinal)).ShouldBeTrue($"{name}: {said}");
        Failed("second").ShouldBe(AnsweredBy == "third/scripted", name);
        models.GetProperty("cost").GetDecimal().ShouldBeGreaterThan(0, name);
    }

    private bool Failed(string provider) => Faults.Any(fault => fault.StartsWith($"{provider}/scripted: ", StringComparison.Ordinal));
}
