using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Gold;
using AiFixer.Core.Analysis.Reading;
using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Analysis;

/// <summary>Looks at how a service did right before: at SigNoz where there is one, else in the numbers that were read already.</summary>
internal sealed class GoldLook(Survey survey)
{
    private const string Plugin = "signoz.gold_metrics";
    private const int Minutes = 10;

    public async Task<GoldSignals?> LookAsync(SceneFacts scene, CancellationToken cancellationToken)
    {
        if (scene.Subject.Length == 0)
            return null;
        var answer = survey.Has(Plugin)
            ? await survey.AskAsync(Plugin, new() { ["service"] = scene.Subject, ["window_minutes"] = Minutes }, cancellationToken, isExtra: true)
            : null;
        return (answer is { } known ? SceneReader.Gold(known.Answer, known.Evidence) : null) ?? GoldOfScene.Of(scene);
    }
}
