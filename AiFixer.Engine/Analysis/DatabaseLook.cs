using System.Globalization;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Engine.Analysis;

/// <summary>Looks at what a database is busy with, through its monitoring.</summary>
internal sealed class DatabaseLook(Survey survey)
{
    private static readonly TimeSpan Back = TimeSpan.FromHours(2);

    public async Task<DatabaseFacts> LookAsync(SceneFacts scene, string instance, CancellationToken cancellationToken)
    {
        var start = (scene.Alert.StartsAt < scene.Now ? scene.Alert.StartsAt : scene.Now) - Back;
        var answer = await survey.AskAsync("db.insights", new() { ["db"] = instance, ["end"] = Text(scene.Now), ["start"] = Text(start) }, cancellationToken);
        return answer is { } known ? DatabaseReader.Read(scene, instance, known.Answer, known.Evidence) : new(scene, instance, null);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
