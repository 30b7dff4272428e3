using System.Text;

namespace Dateline.Formats.Tests.Pages;

/// <summary>Scripts with other stops than ours, or none: Thai and Lao end a sentence with a blank.</summary>
public class ScriptTests
{
    public static TheoryData<string, string, string, string> Stories => new()
    {
        { "th", "เรือข้ามฟากกลับมาแล่นอีกครั้ง", "เรือข้ามฟากของท่าเรือพอร์ตฮาร์เบอร์กลับมาแล่นอีกครั้งในวันจันทร์หลังพายุพัดสามวัน คณะกรรมการท่าเรือแถลง", "ผู้โดยสารราวสี่พันคนรออยู่ที่ท่าตั้งแต่เย็นวันศุกร์ บริษัทเดินเรือกล่าวว่าจะจ่ายค่าโรงแรมให้ทุกคน" },
        { "lo", "ເຮືອຂ້າມຟາກກັບມາແລ່ນອີກຄັ້ງ", "ເຮືອຂ້າມຟາກຂອງທ່າເຮືອໄດ້ກັບມາແລ່ນອີກຄັ້ງໃນວັນຈັນ ຫຼັງຈາກພາຍຸພັດສາມວັນ ຄະນະກຳມະການທ່າເຮືອແຈ້ງ", "ຜູ້ໂດຍສານປະມານສີ່ພັນຄົນໄດ້ລໍຖ້າຢູ່ທ່າເຮືອຕັ້ງແຕ່ແລງວັນສຸກ ບໍລິສັດກ່າວວ່າຈະຈ່າຍຄ່າໂຮງແຮມ" },
        { "am", "ጀልባዎች እንደገና መጓዝ ጀመሩ", "የወደቡ ጀልባዎች ከሦስት ቀን ማዕበል በኋላ ሰኞ ዕለት እንደገና መጓዝ ጀመሩ ሲል የወደብ ቦርዱ አስታወቀ።", "አራት ሺህ ያህል መንገደኞች ከዓርብ ምሽት ጀምሮ በወደቡ ሲጠባበቁ ነበር ብሏል ኩባንያው።" },
        { "km", "សាឡាងចេញដំណើរឡើងវិញ", "សាឡាងនៃកំពង់ផែបានចេញដំណើរឡើងវិញនៅថ្ងៃចន្ទ បន្ទាប់ពីព្យុះបីថ្ងៃ នេះបើតាមក្រុមប្រឹក្សាកំពង់ផែ។", "អ្នកដំណើរប្រហែលបួនពាន់នាក់បានរង់ចាំនៅលើផែតាំងពីល្ងាចថ្ងៃសុក្រ នេះបើតាមក្រុមហ៊ុនសាឡាង។" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_page_is_read(string language, string headline, string first, string second)
    {
        foreach (var body in (string[])[$"<article><h1>{headline}</h1><p>{first}</p><p>{second}</p></article>", $"<div class=\"c1\"><a href=\"/\">Quay24</a> <a href=\"/a\">A</a></div><div class=\"c2\"><h1>{headline}</h1><div>Facebook <a href=\"#\">X</a></div><div class=\"c4\"><p>{first}</p><p>{second}</p></div></div><div class=\"c5\"><ul><li><a href=\"/1\">One two three four</a></li></ul></div>"])
        {
            var item = await PageExtractionTests.Read($"<html><head><meta charset=\"utf-8\"><title>{headline}</title></head><body>{body}</body></html>");
            Assert.Equal((headline, language), (item.Headline, item.Language));
            Assert.Equal([first, second], PageExtractionTests.Text(item).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_copy_is_read(string language, string headline, string first, string second)
    {
        var item = (await FeedReading.OfAsync(Encoding.UTF8.GetBytes($"Quay24\n\n{headline}\n\n{first}\n\n{second}\n\n© 2026 Quay24"), new NewsReadOptions { Pages = true })).Items.Single();
        Assert.Equal((headline, language, $"{first}\n\n{second}"), (item.Headline, item.Language, item.Body!.Content));
    }
}
