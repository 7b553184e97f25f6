namespace AiFixer.EndToEnd.Support;

public sealed record CardView(string Id, string Outcome, PersonView? By, string Reason);
