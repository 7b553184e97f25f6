using System.Text.Json;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Chain;
using AiFixer.Llm.Prompts;
using AiFixer.Llm.Tools;
using AiFixer.Llm.Transcripts;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Answers;

/// <summary>
/// Asks until there is a valid answer: runs the tools that are called, lets each provider repair an answer once, and goes on
/// with the next one where that does not help.
/// </summary>
internal sealed class Inquiry(ChainSession session, Prompt prompt, ToolBox? tools, Budget budget, Transcript transcript)
{
    private const int MostQuoted = 16 * 1024;

    private readonly List<ChatMessage> messages = [];

    /// <summary>Where the conversation stood before an answer that has to be repaired.</summary>
    private int? beforeRepair;

    private Provider? repairing;

    public async Task<InquiryResult> AskAsync(string context, CancellationToken cancellationToken)
    {
        messages.AddRange([new(ChatRole.System, prompt.System), new(ChatRole.User, context)]);
        transcript.Say("system", prompt.Name);
        transcript.Say("user", context);
        while (Stop() is null)
        {
            var chat = Chat();
            if (await session.AskAsync(messages, chat, cancellationToken) is not { } response)
                break;
            if (beforeRepair is null)
                budget.CountRound();
            if (await TakeAsync(response, chat.Tools is not null, cancellationToken) is { } answer)
                return new(answer, session.Current!.Options.Label, null);
        }

        return new(null, null, Why());
    }

    private ChatOptions Chat() => new()
    {
        // In the last round, and when an answer only has to be put right, there is nothing more to look at.
        Tools = tools is null || budget.IsLastRound || beforeRepair is not null ? null : [.. tools.Tools],
        ResponseFormat = ChatResponseFormat.ForJsonSchema(prompt.WireSchema, "answer"),
    };

    private async Task<JsonElement?> TakeAsync(ChatResponse response, bool offered, CancellationToken cancellationToken)
    {
        if (beforeRepair is not null && !ReferenceEquals(repairing, session.Current))
            Forget();
        var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        if (offered && calls.Count > 0 && response.FinishReason != ChatFinishReason.Length)
        {
            messages.AddRange(response.Messages);
            var results = await tools!.RunAsync(calls, cancellationToken);
            messages.Add(results);
            transcript.Say("tool", string.Join("\n", results.Contents.OfType<FunctionResultContent>().Select(result => $"{result.CallId}: {result.Result}")));
            return null;
        }

        var read = response.FinishReason == ChatFinishReason.Length
            ? ReadAnswer.Wrong(AnswerForm.Broken, "it reached the limit of its length before its end")
            : calls.Count > 0 ? ReadAnswer.Wrong(AnswerForm.Prose, "it called tools when none were offered any more") : AnswerReader.Read(response.Text, prompt.Answer);
        if (read.Problems.Length > 0)
            transcript.Say("note", $"{read.Form}: {read.Problems}");
        if (read.Value is null)
            Repair(response, read);
        return read.Value;
    }

    private void Repair(ChatResponse response, ReadAnswer read)
    {
        if (beforeRepair is not null)
        {
            session.Reject($"{read.Form} after a repair: {read.Problems}");
            Forget();
            // The next provider must not want for a round because this one wasted one.
            budget.GiveBackRound();
            return;
        }

        (beforeRepair, repairing) = (messages.Count, session.Current);
        if (response.Text.Length is > 0 and <= MostQuoted)
            messages.Add(new(ChatRole.Assistant, response.Text));
        messages.Add(new(ChatRole.User, Prompt.Repair(read.Problems)));
    }

    private void Forget()
    {
        messages.RemoveRange(beforeRepair!.Value, messages.Count - beforeRepair.Value);
        (beforeRepair, repairing) = (null, null);
    }

    /// <summary>A repair is not a round of its own: there is one for each provider at most.</summary>
    private string? Stop() => budget.Exhausted() ?? (beforeRepair is null ? budget.OutOfRounds() : null);

    private string Why() => string.Join("; ", session.Reasons.Append(Stop()).OfType<string>());
}
