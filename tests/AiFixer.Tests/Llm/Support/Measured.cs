using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Llm.Support;

/// <summary>An offline analyst that always finds the same.</summary>
internal sealed class Measured : IAnalyst
{
    public const string Name = "offline rules";

    private static readonly Blob Rollout = Blob.Of("application/json", Encoding.UTF8.GetBytes(
        """{"deployment":"web","revisions":[{"revision":2,"images":["registry.local/web:v2"],"sha":"abc1234def"}],"error_rate":0.153,"contact":"anna@example.com"}"""));

    public Diagnosis Diagnosis { get; set; } = new(
        0, Name, Verdict.Likely, "resource_exhaustion", "The pods of web run out of memory.", 0.6,
        [new("E1", "k8s.rollout_history", "1 revision of web", Rollout.Hash)],
        [new(new PluginRequest("k8s.restart_deployment", """{"deployment":"web","namespace":"default"}"""), "It helps for a while.")],
        [],
        []);

    public string? Unavailable { get; set; }

    public Task<AnalystAnswer> DiagnoseAsync(Incident incident, CancellationToken cancellationToken) =>
        Task.FromResult(new AnalystAnswer(Diagnosis, [Rollout], Unavailable));
}
