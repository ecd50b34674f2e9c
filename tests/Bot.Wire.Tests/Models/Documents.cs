namespace Bot.Wire.Tests.Models;

/// <summary>A report with a sentence that the rules leave open.</summary>
internal static class Documents
{
    /// <summary>The open words.</summary>
    public const string Open = "gửi qua trục liên thông văn bản thì văn bản đi của Sở Y tế nay chiếm 91%";

    /// <summary>The report, with more words before the open ones.</summary>
    public static string With(string more) =>
        $"Cần Thơ, ngày 28/03/2023\n\nĐoàn kiểm tra làm việc tại Sở Y tế về cải cách hành chính. {more} Khi {Open} như báo cáo nêu.\n";
}
