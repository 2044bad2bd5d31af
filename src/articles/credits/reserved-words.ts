/** How languages say that rights are reserved, or that nobody may reprint. */
import { phrasesOf } from "./labels.ts";

/** Whole phrases; they end the line. */
export const RESERVED: readonly string[] = phrasesOf(`
  all rights reserved|some rights reserved|no rights reserved|rights reserved|
  alle rechte vorbehalten|rechte vorbehalten|tous droits réservés|
  tous droits de reproduction réservés|droits réservés|todos los derechos reservados|
  derechos reservados|reservados todos los derechos|todos os direitos reservados|
  direitos reservados|tutti i diritti riservati|diritti riservati|riproduzione riservata|
  alle rechten voorbehouden|rechten voorbehouden|alle rettigheder forbeholdes|
  alle rettigheter reservert|alle rettigheter forbeholdt|med ensamrätt|alla rättigheter förbehållna|
  kaikki oikeudet pidätetään|öll réttindi áskilin|všechna práva vyhrazena|všetky práva vyhradené|
  wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|minden jog fenntartva|
  toate drepturile rezervate|toate drepturile sunt rezervate|sva prava pridržana|
  sva prava zadržana|vse pravice pridržane|всички права запазени|сва права задржана|
  все права защищены|все права сохранены|права защищены|всі права захищені|всі права застережено|
  με επιφύλαξη παντός δικαιώματος|επιφύλαξη παντός δικαιώματος|tüm hakları saklıdır|
  her hakkı saklıdır|hak cipta dilindungi undang-undang|hak cipta dilindungi|
  hak cipta terpelihara|جميع الحقوق محفوظة|كل الحقوق محفوظة|
  الحقوق محفوظة|حقوق محفوظة|تمامی حقوق محفوظ است|کلیه حقوق محفوظ است|تمام حقوق محفوظ است|
  جملہ حقوق محفوظ ہیں|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|सभी अधिकार सुरक्षित|
  সর্বস্বত্ব সংরক্ষিত|bảo lưu mọi quyền|mọi quyền được bảo lưu|giữ bản quyền|
  สงวนลิขสิทธิ์|สงวนลิขสิทธิ|版权所有|版權所有|著作权所有|著作權所有|全著作権所有|
  保留所有权利|保留所有權利|保留一切权利|翻印必究|侵权必究|不得转载|不得轉載|禁止转载|禁止轉載|
  재배포 금지|재배포금지|모든 권리 보유`);

/** Beginnings: "無断転載を禁じます", "무단 전재 및 재배포 금지", "Hak cipta dilindungi oleh …". */
export const RESERVED_OPENINGS: readonly string[] = phrasesOf(
  "無断転載|無断複製|무단전재|무단 전재|무단복제|hak cipta dilindungi|hak cipta terpelihara",
);
