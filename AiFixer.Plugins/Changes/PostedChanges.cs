using AiFixer.Core.Changes;
using AiFixer.Core.Ports;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Changes;

/// <summary>What was posted to <c>/api/v1/changes</c>.</summary>
internal sealed class PostedChanges(IReportedChanges reported) : IChangeSource
{
    public string Label => "posted to AiFixer";

    public async Task<HttpResult<FoundChanges>> ReadAsync(ChangeQuestion question, string? ns, CancellationToken cancellationToken)
    {
        try
        {
            return new(new FoundChanges(await reported.ListAsync(question, cancellationToken)));
        }
        catch (JournalUnavailableException e)
        {
            return new(new HttpError(HttpFailure.Unreachable, $"what was posted cannot be read: {e.Message}"));
        }
    }
}
