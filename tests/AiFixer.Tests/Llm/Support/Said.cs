using System.Text.Json.Nodes;
using AiFixer.Playground.Models;

namespace AiFixer.Tests.Llm.Support;

/// <summary>What a model says in these tests.</summary>
internal static class Said
{
    public static readonly ModelStep LooksAtPods = ModelStep.Call(new ModelCall("k8s.list_pods", new() { ["selector"] = "app=web" }));

    public static readonly ModelStep Nothing = ModelStep.Say("""{"actions":[]}""");

    public static ModelStep Analysis(string verdict = "CONFIRMED", string cause = "The pods of web use more memory than they may.", Action<JsonObject>? change = null)
    {
        var answer = new JsonObject
        {
            ["verdict"] = verdict,
            ["category"] = "resource_exhaustion",
            ["root_cause"] = cause,
            ["confidence"] = 0.9,
            ["first_failing"] = "web",
            ["culprit"] = "none",
            ["affected"] = new JsonArray(),
            ["remedy"] = "raise-limit",
            ["claims"] = new JsonArray(Claim("The error rate is 15 %.", "E1")),
            ["ruled_out"] = new JsonArray("Not the network."),
            ["gaps"] = new JsonArray(),
            ["team"] = "BE",
            ["team_why"] = "It is their service.",
            ["helping_teams"] = new JsonArray("INFRA"),
        };
        change?.Invoke(answer);
        return ModelStep.Say(answer.ToJsonString());
    }

    public static JsonObject Claim(string text, params string[] cites) =>
        new() { ["text"] = text, ["cites"] = new JsonArray([.. cites.Select(id => (JsonNode?)id)]) };

    public static ModelStep Proposal(string plugin, string arguments, string risk = "low") => ModelStep.Say(new JsonObject
    {
        ["actions"] = new JsonArray(new JsonObject
        {
            ["plugin"] = plugin,
            ["arguments"] = arguments,
            ["title"] = "Do it",
            ["why"] = "It cures the cause.",
            ["expected"] = "No more restarts.",
            ["risk"] = risk,
        }),
    }.ToJsonString());
}
