using System.Text.Json.Nodes;
using AiFixer.Playground.Models;

namespace AiFixer.EndToEnd.Telemetry;

/// <summary>A model that says secrets: first in what it asks for, then in all that it concludes.</summary>
internal sealed class ToldModel : IModelScript
{
    private int asked;

    public ModelStep Next(ModelRequest request) => ++asked switch
    {
        1 => ModelStep.Call(new ModelCall("k8s.list_pods", new() { ["selector"] = $"token={Planted.ToolArgument}" })),
        2 => ModelStep.Say(new JsonObject
        {
            ["verdict"] = "LIKELY",
            ["category"] = "configuration_error",
            ["root_cause"] = $"A setting is missing; somebody left {Planted.ModelCause} there.",
            ["confidence"] = 0.8,
            ["first_failing"] = "checkout",
            ["culprit"] = "none",
            ["affected"] = new JsonArray(),
            ["remedy"] = "rollback",
            ["claims"] = new JsonArray(new JsonObject { ["text"] = $"The pods restart with password={Planted.ModelClaim}.", ["cites"] = new JsonArray("E1") }),
            ["ruled_out"] = new JsonArray($"api_key: {Planted.ModelClaim}"),
            ["gaps"] = new JsonArray($"Nobody said {Planted.ConfiguredEcho}."),
            ["team"] = "BE",
            ["team_why"] = $"They have Bearer {Planted.Bearer}.",
            ["helping_teams"] = new JsonArray(),
        }.ToJsonString()),
        _ => ModelStep.Say("""{"actions":[]}"""),
    };
}
