namespace AiFixer.Lark.Alerts;

/// <summary>
/// Whether a message is an alert. In doubt it is none: an incident that nobody asked for costs the trust of a whole room, and
/// whoever means it can mention the bot.
/// </summary>
internal sealed class AlertJudge(LarkAlertOptions options)
{
    public AlertVerdict Judge(AlertText text, AlertOrigin origin)
    {
        var whole = text.Message.Whole;
        if (text.Message.IsEmpty || StateWords.SaysInHands(whole) || options.IgnoreWords.Any(word => whole.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return AlertVerdict.None;
        if (text.Blocks.Any(block => block.IsOver == false) && (origin == AlertOrigin.Listed || IsTemplate(text)))
            return AlertVerdict.Firing;
        if (SaysOver(text))
            return HasIdentity(text) ? AlertVerdict.Over : AlertVerdict.None;
        return IsFiring(text, origin) ? AlertVerdict.Firing : AlertVerdict.None;
    }

    private static bool SaysOver(AlertText text) =>
        text.Headline.SaysOver
        || StateWords.SaysOver(text.Message.Whole)
        || text.Message.Lines.Any(line => StateWords.Section(line) == false)
        || text.Blocks.Any(block => AlertFacts.IsFiring(block) == false);

    /// <summary>What is over must be named as it was when it began.</summary>
    private static bool HasIdentity(AlertText text) => text.Blocks.Any(block => block.Has(FieldKey.Name)) || text.Subject.Length > 0;

    private bool IsFiring(AlertText text, AlertOrigin origin) => origin switch
    {
        AlertOrigin.Listed => true,
        AlertOrigin.SaidToUs => (IsTemplate(text) || HasFiringWord(text)) && !Conversation.IsIn(text.Prose),
        AlertOrigin.OverheardProgram => IsTemplate(text),
        AlertOrigin.Overheard => IsTemplate(text) && !Conversation.IsIn(text.Prose) && !Conversation.Asks(text.Message.Whole),
        _ => false,
    };

    private static bool IsTemplate(AlertText text) =>
        text.Rows.Count > 0 || IsAnnounced(text) || text.Blocks.Any(block => IsForm(block, text)) || text.HasOwnForm;

    /// <summary>The first line says that it is an alert, and there is something that it is about.</summary>
    private static bool IsAnnounced(AlertText text)
    {
        if (!text.Headline.SaysAlert)
            return false;
        return (text.Headline.IsMachine && text.Subject.Length > 0)
            || text.Blocks.Any(block => block.Matters > 0)
            || TroubleWords.AnySymptom(text.Prose)
            || TroubleWords.Reason(text.Prose) is not null
            || TroubleWords.RuleName(text.Subject) is not null;
    }

    /// <summary>Filled in as no person writes by the way: the name of an alert and something more about it, or a state and two things more.</summary>
    private static bool IsForm(AlertBlock block, AlertText text)
    {
        var saysAlert = text.Headline.SaysAlert || AlertFacts.IsFiring(block) == true;
        return (block.Has(FieldKey.Name) && block.Matters >= 2) || (saysAlert && block.Matters >= 3);
    }

    private bool HasFiringWord(AlertText text)
    {
        var whole = text.Message.Whole;
        if (options.FiringWords.Any(word => whole.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return true;
        return TroubleWords.Reason(whole) is not null && (text.Blocks.Any(block => block.Matters > 0) || ProseFacts.Of(whole).Any());
    }
}
